-- What the contract and the delivery say, for the macros to ask.
set variable contract = $contract
