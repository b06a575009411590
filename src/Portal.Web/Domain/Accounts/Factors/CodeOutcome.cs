using Portal.Web.Domain.Accounts.Attempts;

namespace Portal.Web.Domain.Accounts.Factors;

public abstract record CodeOutcome
{
    private CodeOutcome()
    {
    }

    /// <param name="Code">For the mail; nothing else may keep it.</param>
    public sealed record Sent(string Code, DateTimeOffset ValidUntil) : CodeOutcome;

    /// <summary>None was sent: the account was sent one a moment ago, by whichever sign-in.</summary>
    public sealed record TooSoon(TimeSpan Wait) : CodeOutcome
    {
        public int Seconds => (int)Math.Ceiling(Wait.TotalSeconds);
    }

    /// <summary>None was sent: the account's codes of this hour are.</summary>
    public sealed record TooMany(TimeSpan Wait) : CodeOutcome
    {
        public int Minutes => (int)Math.Ceiling(Wait.TotalMinutes);
    }

    public sealed record Right(SignInOutcome.Admitted Admitted) : CodeOutcome;

    /// <summary>It was right, and signs nobody in.</summary>
    public sealed record Proven : CodeOutcome;

    public sealed record Wrong(int TriesLeft) : CodeOutcome;

    /// <summary>What was typed cannot be a code; no try is counted (TEXT-2).</summary>
    public sealed record Unfit : CodeOutcome;

    public sealed record Expired : CodeOutcome;

    /// <summary>It was right until a newer code was sent; nothing was guessed.</summary>
    public sealed record Superseded : CodeOutcome;

    /// <summary>This account does not prove itself in this way here (MF-16).</summary>
    public sealed record NotOffered : CodeOutcome;

    /// <summary>The attempt has ended; sign-in starts again.</summary>
    public sealed record Over : CodeOutcome;
}
