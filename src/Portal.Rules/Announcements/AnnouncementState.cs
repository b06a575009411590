namespace Portal.Rules.Announcements;

/// <summary>Where an announcement stands between being written and being past (ADMIN-6).</summary>
public enum AnnouncementState
{
    /// <summary>Written, and not published.</summary>
    Draft,

    /// <summary>Published, and its time has not come.</summary>
    Planned,

    /// <summary>Its readers see it.</summary>
    Shown,

    /// <summary>Its time is over.</summary>
    Over,
}
