namespace Portal.Web.Http.Places;

/// <summary>Ways back in, and what mailed links lead to.</summary>
public static class RecoveryPaths
{
    public const string Unlock = "~/unlock";

    public const string Verify = "~/unlock/verify";

    public const string Sent = "~/unlock/sent";

    public const string Reset = "~/reset";

    public const string Invitation = "~/invite";

    /// <summary>How to set a temporary password by telephone.</summary>
    public const string PhonePassword = "~/temp-password/phone";

    /// <summary>Where one that was set by telephone is confirmed from a mail.</summary>
    public const string PhonePasswordConfirm = "~/temp-password/confirm";

    /// <summary>Linked managers register themselves.</summary>
    public const string Register = "~/register";

    public const string RegisterSent = "~/register/sent";

    public const string RegisterConfirm = "~/register/confirm";

    public const string NotMe = "~/not-me";

    public const string NewEmail = "~/email/new";

    public static string EmailStep(string step) => $"~/email/{step}";
}
