namespace Portal.Web.Data.Entities;

/// <summary>What a session was started with, beside a password or instead of it.</summary>
public enum SignInMethod
{
    Password,
    App,
    EmailCode,
    RecoveryCode,
    Passkey,
    TrustedBrowser,
}
