namespace Portal.Rules.Announcements;

/// <summary>How long things of an announcement may be, in code points.</summary>
public static class AnnouncementLimits
{
    /// <summary>One line in lists and in the banner.</summary>
    public const int Title = 100;

    /// <summary>As Markdown.</summary>
    public const int Text = 5_000;

    /// <summary>How many the home page shows.</summary>
    public const int OnHome = 5;

    /// <summary>How many the home page looks at for its banner: one of these has it, or there are no more.</summary>
    public const int Glanced = 20;

    /// <summary>How many stand on the sign-in page: it is for signing in.</summary>
    public const int OnSignIn = 3;
}
