namespace Portal.Rules.Imports;

/// <summary>A row of a file of contracts: a contract, and a line of it where the row has one.</summary>
/// <param name="Row">Its number as the spreadsheet shows it.</param>
/// <param name="Contract">Its number.</param>
/// <param name="Facts">What all rows of the contract say alike.</param>
/// <param name="Line">Null where the row has no line.</param>
public sealed record ImportedContract(int Row, string Contract, ContractFacts Facts, ImportedLine? Line);

/// <summary>What a contract is.</summary>
/// <param name="Holder">Who has it.</param>
/// <param name="HolderKana">How that is read; may be empty.</param>
/// <param name="Service">The service it is about.</param>
/// <param name="StartsOn">Since when it runs.</param>
/// <param name="AccountLimit">How many IDs it may have.</param>
public sealed record ContractFacts(string Holder, string HolderKana, string Service, DateOnly StartsOn, int AccountLimit);

/// <summary>A line of a contract.</summary>
/// <param name="Number">Unique in its contract.</param>
/// <param name="Name">What it is called; its number where the file says nothing.</param>
/// <param name="Location">Where it is; may be empty.</param>
public sealed record ImportedLine(string Number, string Name, string Location);
