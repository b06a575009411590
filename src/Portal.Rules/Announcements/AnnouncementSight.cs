namespace Portal.Rules.Announcements;

/// <summary>One reader in front of one announcement.</summary>
/// <param name="State">Where it stands now.</param>
/// <param name="Audience">For whom it is.</param>
/// <param name="IsOfService">The reader's contract is for the service that it names.</param>
/// <param name="IsOfContract">The reader belongs to the contract that it names.</param>
public readonly record struct AnnouncementSight(
    AnnouncementState State, AnnouncementAudience Audience, bool IsOfService, bool IsOfContract)
{
    /// <summary>Whether the reader sees it: on no page is it found otherwise (AZ-17).</summary>
    public bool IsSeen => State == AnnouncementState.Shown && Audience switch
    {
        AnnouncementAudience.Tenant => true,
        AnnouncementAudience.Service => IsOfService,
        AnnouncementAudience.Contract => IsOfContract,
        _ => false,
    };
}
