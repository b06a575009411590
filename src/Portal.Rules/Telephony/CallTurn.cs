namespace Portal.Rules.Telephony;

/// <summary>What follows from an entry.</summary>
/// <param name="State">Where the call stands now; the next question follows from its step.</param>
/// <param name="Remark">What is said before that question, or as the last word.</param>
/// <param name="Weakness">Why the digits were refused, where they were.</param>
public sealed record CallTurn(CallState State, CallRemark Remark, DigitWeakness? Weakness = null);
