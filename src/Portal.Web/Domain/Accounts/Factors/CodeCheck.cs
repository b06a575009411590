namespace Portal.Web.Domain.Accounts.Factors;

public enum CodeVerdict
{
    Right,
    Wrong,

    /// <summary>It cannot be a code at all; nothing was compared, and no try is counted (TEXT-2).</summary>
    Unfit,

    /// <summary>There is no code to compare with any more; nothing was guessed.</summary>
    Expired,

    /// <summary>It is a code of an earlier mail; nothing was guessed, and it lets nobody in.</summary>
    Superseded,
}

/// <param name="Guesses">With how many secrets a wrong code was
/// compared: each of them was guessed at once (MF-05).</param>
/// <param name="Reason">Why it was wrong, for the audit log; null where there is nothing to say.</param>
/// <param name="Why">The same in the words of what checked it.</param>
public readonly record struct CodeCheck(CodeVerdict Verdict, int Guesses = 1, string? Reason = null, string? Why = null)
{
    public static CodeCheck Of(bool right) => new(right ? CodeVerdict.Right : CodeVerdict.Wrong);
}
