namespace Portal.Rules.Telephony;

/// <summary>A number that can sign in.</summary>
/// <param name="Digits">As it is keyed: national with area code, or the customer number.</param>
/// <param name="IsOpen">False where its account may not be in whatever its password is (switched off, run out), or
/// where a mail would have to ask and no address is registered.</param>
public sealed record CallNumber(string Digits, bool IsOpen);
