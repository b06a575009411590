namespace Portal.Rules.Cases;

/// <summary>How long things of a case may be, in code points.</summary>
public static class CaseLimits
{
    /// <summary>One line in lists and mails.</summary>
    public const int Subject = 120;

    /// <summary>A comment or note, as Markdown.</summary>
    public const int Text = 10_000;

    /// <summary>Why a solution is rejected.</summary>
    public const int Reason = 2_000;

    /// <summary>Colleagues who follow one case: each is mailed at every change (ML-08).</summary>
    public const int Followers = 20;

    /// <summary>Persons chosen to see the cases of a whole contract: more is everybody (CASE-6).</summary>
    public const int Viewers = 200;

    /// <summary>Filters that one person keeps.</summary>
    public const int SavedFilters = 50;

    /// <summary>The name of a saved filter.</summary>
    public const int FilterName = 60;

    /// <summary>The name of a canned answer.</summary>
    public const int CannedTitle = 60;

    /// <summary>Canned answers of one tenant: more nobody finds anything in.</summary>
    public const int CannedAnswers = 200;

    /// <summary>Characters of the id by which another system knows its message.</summary>
    public const int MessageId = 200;
}
