"""Any Word paper held against the rules of form: Nghị định 30/2020/NĐ-CP and the Party's rules."""
