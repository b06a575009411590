namespace Portal.Rules.Lockout;

/// <summary>
/// Who tries: the two are counted apart, so that a stranger who knows a login ID cannot keep its owner out (LOCK-10).
/// </summary>
public enum AttemptSource
{
    /// <summary>Any browser that the account does not know; all of them share one count.</summary>
    Stranger,

    /// <summary>A browser that signed in to the account successfully within the last 30 days.</summary>
    KnownBrowser,
}
