namespace Portal.Rules.Telephony;

/// <summary>What of a contract can sign in, whatever its unit.</summary>
/// <param name="Main">The main number, national; one of <paramref name="Numbers"/>.</param>
/// <param name="Numbers">All numbers, national, in the order in which they are shown.</param>
/// <param name="Manager">The customer number.</param>
public sealed record UnitNumbers(string Main, IReadOnlyList<string> Numbers, string Manager);
