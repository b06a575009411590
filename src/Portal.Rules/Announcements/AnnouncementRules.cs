namespace Portal.Rules.Announcements;

/// <summary>When an announcement is shown, and where (NEWS-1, HOME-1).</summary>
public static class AnnouncementRules
{
    /// <param name="isPublished">The staff has let go of it.</param>
    /// <param name="from">The moment from which it shows.</param>
    /// <param name="until">The moment from which it does not any more; null for without end.</param>
    /// <param name="now">The moment of the question.</param>
    public static AnnouncementState StateOf(bool isPublished, DateTimeOffset from, DateTimeOffset? until, DateTimeOffset now) =>
        !isPublished ? AnnouncementState.Draft
        : until <= now ? AnnouncementState.Over
        : from > now ? AnnouncementState.Planned
        : AnnouncementState.Shown;

    /// <summary>
    /// Strangers read the sign-in page: what is for some of the customers alone has no place there (AZ-17).
    /// </summary>
    /// <param name="audience">For whom it is.</param>
    public static bool MayStandOnSignIn(AnnouncementAudience audience) => audience == AnnouncementAudience.Tenant;

    /// <summary>An announcement that ends before it begins is shown to nobody.</summary>
    /// <param name="from">The moment from which it shows.</param>
    /// <param name="until">Null for without end.</param>
    public static bool IsWindow(DateTimeOffset from, DateTimeOffset? until) => until is null || until > from;

    /// <summary>Whether a banner stands above the pages of a reader who may have closed it (HOME-1).</summary>
    /// <param name="edition">How often staff have chosen to show it again.</param>
    /// <param name="closed">The edition that the reader closed; null for none.</param>
    public static bool IsBannerOpen(int edition, int? closed) => closed is null || closed < edition;
}
