using Portal.Web.Data.Entities;

namespace Portal.Web.Mail;

/// <summary>One reader. Language and zone are the tenant's where they are null.</summary>
public sealed record MailRecipient(Guid TenantId, string Address, string? Language = null, string? TimeZone = null, Guid? UserId = null)
{
    /// <summary>The account's registered address; null where it has none.</summary>
    public static MailRecipient? Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return string.IsNullOrEmpty(user.Email) ? null : At(user, user.Email);
    }

    /// <summary>Another address of the account's owner, such as the former one.</summary>
    public static MailRecipient At(PortalUser user, string address)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new MailRecipient(user.TenantId, address, user.Language, user.TimeZone, user.Id);
    }
}
