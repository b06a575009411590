namespace Portal.Rules.Announcements;

/// <summary>For whom an announcement is (NEWS-1).</summary>
public enum AnnouncementAudience
{
    /// <summary>Everybody of the tenant.</summary>
    Tenant,

    /// <summary>The people of all contracts for one service.</summary>
    Service,

    /// <summary>The people of one contract.</summary>
    Contract,
}
