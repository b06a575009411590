namespace Portal.Web.Http.Places;

/// <summary>Pages of one's own account.</summary>
public static class AccountPaths
{
    public const string Hub = "~/account";

    public const string Contract = "~/account/contract";

    /// <param name="back">The page to go on with after switching.</param>
    public static string ContractFor(string back) => $"{Contract}?{ReturnUrl.Key}={Uri.EscapeDataString(back)}";

    public const string Profile = "~/account/profile";

    public const string ProfileEdit = "~/account/profile/edit";

    public const string Picture = "~/account/picture";

    public static string PictureOf(Guid picture) => $"~/account/picture/{picture}";

    public const string PictureDelete = "~/account/picture/delete";

    public const string Password = "~/account/password";

    public const string PasswordConfirm = "~/account/password/confirm";

    public const string PasswordDone = "~/account/password/done";

    public const string PasswordRequired = "~/password/required";

    public const string Email = "~/account/email";

    public const string EmailAgain = "~/account/email/resend";

    public const string EmailCancel = "~/account/email/cancel";

    public const string EmailCheck = "~/account/email/check";

    public const string Security = "~/account/security";

    public static string BrowserEnd(Guid id) => $"~/account/security/browsers/{id}/end";

    public const string Mfa = "~/account/mfa";

    public const string MfaRequired = "~/account/mfa/required";

    public const string EmailCodes = "~/account/mfa/email";

    public const string AppNew = "~/account/mfa/totp/new";

    public const string AppScan = "~/account/mfa/totp/new/scan";

    public const string AppVerify = "~/account/mfa/totp/new/verify";

    public static string AppDelete(Guid id) => $"~/account/mfa/totp/{id}/delete";

    public const string RecoveryCodes = "~/account/recovery-codes";

    public const string RecoveryCodesSaved = "~/account/recovery-codes/saved";

    public const string RecoveryCodesFile = "~/account/recovery-codes/file";

    public const string Passkeys = "~/account/passkeys";

    public const string PasskeyNew = "~/account/passkeys/new";

    public const string PasskeyNewOptions = "~/account/passkeys/new/options";

    public const string PasskeyNewVerify = "~/account/passkeys/new/verify";

    public static string Passkey(Guid id) => $"~/account/passkeys/{id}";

    public static string PasskeyDelete(Guid id) => $"~/account/passkeys/{id}/delete";

    public const string Sessions = "~/account/sessions";

    public const string SessionsEndOthers = "~/account/sessions/end-others";

    public static string SessionEnd(Guid id) => $"~/account/sessions/{id}/end";

    public const string History = "~/account/login-history";

    public const string Exports = "~/account/exports";

    public static string ExportFile(Guid id) => $"~/account/exports/{id}/file";

    public static string ExportCancel(Guid id) => $"~/account/exports/{id}/cancel";

    public const string Data = "~/account/data";

    public const string Preferences = "~/account/preferences";
}
