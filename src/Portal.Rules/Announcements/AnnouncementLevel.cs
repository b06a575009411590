namespace Portal.Rules.Announcements;

/// <summary>How much an announcement matters to its reader (NEWS-1).</summary>
public enum AnnouncementLevel
{
    /// <summary>Something to know.</summary>
    Information,

    /// <summary>The service will pause, or change, at a known time.</summary>
    Maintenance,

    /// <summary>Something does not work now.</summary>
    Incident,
}
