using Portal.Web.Audit;

namespace Portal.Web.Domain.Tenants;

/// <summary>What is recorded of profiles, in the log of their tenant.</summary>
internal sealed class ProfileEvents() : EventContribution(typeof(ProfileEventText),
    [
        new(Created, "A tenant is made from a profile, by the staff or by a command"),
        new(Changed, "A tenant's profile is changed on a page or from its file; the facts name the groups and short values"),
        new(Reverted, "A former version of a tenant's profile comes back as a new one"),
        new(LogoSet, "A tenant has a logo, or another one"),
        new(LogoRemoved, "A tenant's logo is removed; its drawn mark stands there again"),
        new(Suspended, "A tenant is switched off: nobody signs in, its sessions end, its jobs and mails wait"),
        new(Resumed, "A tenant that was switched off is there again"),
    ])
{
    public const string Created = "tenant-created";
    public const string Changed = "tenant-profile-changed";
    public const string Reverted = "tenant-profile-reverted";
    public const string LogoSet = "tenant-logo-set";
    public const string LogoRemoved = "tenant-logo-removed";
    public const string Suspended = "tenant-suspended";
    public const string Resumed = "tenant-resumed";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class ProfileEventText;
