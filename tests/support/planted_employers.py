"""More of the crowd: employers each of whom is there because of one slip that only they would show.

`known` of `planted_people` tells how far the records reach: of employers from January 2024 to January 2025.
"""

EMPLOYERS = """
    who            | area  | employees | active_from | active_to
    one place      | A     | 10        | 2000-01-01  |
    two places     | A     | 20        | 2000-01-01  |
    two places     | C     | 3         | 2024-03-01  | 2024-05-01
    same place     | C     | 4         | 2024-02-01  | 2024-09-01
    same place     | C     | 4         | 2024-04-10  | 2024-06-10
    in no place    |       | 5         | 2024-02-01  | 2024-08-15
    in a region    | N     | 6         | 2024-02-01  |
    residual       | XX-NS | 7         | 2024-03-01  |
    not told       | C     |           | 2024-02-01  |
    of nobody      | C     | 0         | 2024-02-01  |
    of D           | D     | 8         | 2020-01-01  |
    of E           | E     | 9         | 2024-06-01  |
    of F           | F     | 11        | 2020-01-01  |
    of H           | H     | 12        | 2020-01-01  |
    of B           | B     | 13        | 2020-01-01  |
    of K           | K     | 14        | 2020-01-01  |
    one day        | C     | 15        | 2024-05-15  | 2024-05-16
    touches after  | C     | 1         | 2024-05-01  | 2024-06-01
    touches before | C     | 1         | 2024-05-01  | 2024-06-01
    its last day   | C     | 1         | 2024-05-01  | 2024-06-01
    its first day  | C     | 1         | 2024-05-01  | 2024-06-01
    long open      | B     | 1         | 2024-05-01  | 2024-06-01
    shut           | A     | 1         | 2024-02-01  | 2024-06-01
    shut           | C     | 1         | 2024-08-01  |
    no day         | A     | 16        | 2024-05-10  | 2024-05-10
    backwards      | A     | 17        | 2024-05-10  | 2024-05-01
    ended before   | A     | 18        | 2023-01-01  | 2024-01-01
    begins after   | A     | 19        | 2025-02-01  |
    ends the year  | A     | 2         | 2024-12-31  | 2025-01-01
    begins a year  | A     | 2         | 2025-01-01  | 2025-01-02
"""

VACANCIES = """
    who            | vacancy_id | area | positions | opened_on  | closed_on  | filled_on  | referred_positions
    one place      | 1          | A    | 2         | 2024-03-10 | 2024-04-10 | 2024-03-10 | 1
    one place      | 2          | A    | 3         | 2024-03-10 | 2024-04-10 | 2024-03-11 | 2
    one place      | 3          | C    | 4         | 2024-03-20 | 2024-03-21 |            |
    two places     | 1          | C    | 5         | 2024-04-01 | 2024-07-01 | 2024-06-23 | 5
    two places     | 2          | C    | 6         | 2024-04-01 | 2024-07-01 | 2024-06-24 | 6
    two places     | 3          | B    | 1         | 2024-07-31 |            | 2025-01-10 | 1
    same place     | 1          | C    | 7         | 2024-08-01 | 2024-09-01 | 2024-10-01 | 3
    same place     | 2          | C    | 7         | 2024-08-01 | 2024-09-01 | 2024-10-01 | 3
    same place     | 3          | C    | 8         | 2024-02-01 |            | 2024-02-14 | 0
    same place     | 4          | C    | 8         | 2024-02-01 |            | 2024-02-14 |
    in no place    | 1          |      | 9         | 2024-02-28 | 2024-03-01 | 2024-02-29 | 9
    in a region    | 1          | N    | 2         | 2024-06-30 | 2024-07-02 |            |
    residual       | 1          | XX-NS | 3        | 2024-09-30 | 2024-10-10 |            |
    not told       | 1          | C    | 1         | 2024-11-01 |            |            |
    of D           | 1          | D    | 2         | 2024-05-20 | 2024-06-20 | 2024-06-10 | 1
    of D           | 2          | D    | 3         | 2024-07-01 | 2024-07-20 | 2024-07-10 | 1
    of F           | 1          | F    | 2         | 2024-06-10 | 2024-08-10 |            |
    of H           | 1          | H    | 4         | 2024-10-10 | 2024-10-20 | 2024-10-12 | 2
    of B           | 1          | B    | 5         | 2024-07-20 | 2024-08-20 | 2024-08-10 | 3
    of K           | 1          | K    | 6         | 2024-10-01 |            | 2024-12-24 | 6
    touches after  | 1          | C    | 1         | 2024-06-01 | 2024-08-01 |            |
    touches before | 1          | C    | 1         | 2024-03-01 | 2024-05-01 |            |
    its last day   | 1          | C    | 1         | 2024-05-31 | 2024-08-01 |            |
    its first day  | 1          | C    | 1         | 2024-03-01 | 2024-05-02 |            |
    long open      | 1          | B    | 1         | 2023-06-01 |            |            |
    shut           | 1          | A    | 1         | 2024-06-10 | 2024-07-10 |            |
    no day         | 1          | A    | 2         | 2024-05-10 | 2024-05-10 | 2024-05-20 | 1
    backwards      | 1          | A    | 2         | 2024-05-10 | 2024-05-01 | 2024-05-20 | 1
    only vacancies | 1          | A    | 1         | 2023-12-31 | 2024-01-02 | 2024-01-01 | 1
    only vacancies | 2          | A    | 1         | 2025-01-31 |            |            |
    only vacancies | 3          | A    | 1         | 2025-02-01 |            | 2025-02-02 | 1
    at the end     | 1          | B    | 1         | 2024-12-01 | 2025-03-01 |            |
    at the end     | 2          | B    | 1         | 2024-12-01 |            |            |
    at the end     | 3          | B    | 1         | 2024-12-01 |            | 2025-01-20 | 1
    at the end     | 4          | B    | 1         | 2024-12-01 |            | 2025-02-10 | 1
    at the end     | 5          | B    | 1         | 2025-01-01 | 2025-01-08 |            |
    at the end     | 6          | B    | 1         | 2025-01-01 |            | 2025-01-25 | 1
"""

NOTICES = """
    who            | notice_id | area  | notified_on | persons
    one place      | 1         | A     | 2024-03-31  | 2
    one place      | 2         | A     | 2024-03-31  | 2
    one place      | 3         | C     | 2024-04-01  | 3
    two places     | 1         | B     | 2024-07-31  | 4
    two places     | 2         | B     | 2024-08-01  | 5
    in no place    | 1         |       | 2024-02-29  | 6
    of D           | 1         | D     | 2024-05-31  | 7
    of D           | 2         | D     | 2024-06-01  | 8
    of F           | 1         | F     | 2024-06-30  | 9
    of F           | 2         | F     | 2024-07-01  | 10
    of H           | 1         | H     | 2024-12-31  | 11
    only notices   | 1         | A     | 2023-12-31  | 12
    only notices   | 2         | A     | 2024-01-01  | 13
    only notices   | 3         | A     | 2025-01-31  | 14
    only notices   | 4         | A     | 2025-02-01  | 15
    residual       | 1         | XX-NS | 2024-09-10  | 16
"""
