namespace Portal.Web.Tenancy.Profiles;

/// <summary>The words of a profile's `signInNotice` (NOTICE-1).</summary>
public static class SignInNotice
{
    public const string Off = "off";

    /// <summary>For a browser that has not signed the user in within the last 30 days.</summary>
    public const string NewBrowser = "newBrowser";

    public const string Always = "always";
}
