using Portal.Web.Data.Entities;

namespace Portal.Web.Mail;

/// <summary>Where each kind of mailed link leads, below the tenant.</summary>
public static class LinkPaths
{
    public static string Of(LinkPurpose purpose, string token) => Root(purpose) + token;

    private static string Root(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.PasswordReset => "/reset/",
        LinkPurpose.Invitation => "/invite/",
        LinkPurpose.Registration => "/register/confirm/",
        LinkPurpose.NotMe => "/not-me/",
        LinkPurpose.EmailChangeOld => "/email/new/",
        LinkPurpose.EmailChangeNew => "/email/confirm/",
        LinkPurpose.EmailChangeUndo => "/email/revert/",
        LinkPurpose.EmailConfirmation => "/email/proof/",
        LinkPurpose.PhonePassword => "/temp-password/confirm/",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };
}
