namespace Portal.Rules.Telephony;

/// <summary>What was keyed in, and what comparing it came to. Never recorded.</summary>
/// <param name="Digits">The keys without the closing #; empty when nothing was pressed in time.</param>
/// <param name="IsLastTemporary">It is the number's last temporary password.</param>
/// <param name="IsSameAgain">It is what was entered for the password before.</param>
public sealed record CallEntry(string Digits, bool IsLastTemporary, bool IsSameAgain)
{
    /// <summary>Keeps the digits out of logs (IV-W08).</summary>
    public override string ToString() => nameof(CallEntry);
}
