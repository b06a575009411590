using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Seed.Sites;

/// <summary>
/// Managers by e-mail address and the administrator IDs that they have linked: one as the table of demo accounts says,
/// one with a link in every state, one who is asked for consent first.
/// </summary>
internal sealed class OfficePhoneLinks(DemoSite site)
{
    private const string Door = "email";

    /// <param name="others">Administrator IDs in other states.</param>
    public async Task AddAsync(PortalUser first, PortalUser second, IReadOnlyList<PortalUser> others)
    {
        var manager = await AddManagerAsync("manager@officephone.example.jp", DemoPeople.Named("hasegawa", "tomoko"), signIns: 20);
        AddConsent(manager);
        Link(manager, first, daysAgo: 60, openedDaysAgo: 1);

        var many = await AddManagerAsync("matome@reiji-kaikei.example.com", DemoPeople.Named("nakamura", "taro"), signIns: 12);
        many.MasterKey = site.Tenant.Profile.LinkedAdministrators is null ? null : "m0500001";
        Link(many, second, daysAgo: 20, openedDaysAgo: 2);
        List<AdministratorLink> links = [.. others.Select((other, i) => Link(many, other, 30 + i, openedDaysAgo: null))];

        // Its password is younger than the link: there are some days left to confirm it.
        links[0].ConfirmedAt = links[0].LinkedAt;
        (others[0].PasswordChangedAt, links[0].StaleSince) = (site.Clock.DaysAgo(10), site.Clock.DaysAgo(10));

        var asked = await AddManagerAsync("ikou@officephone.example.jp", DemoPeople.Named("ishikawa", "jiro"), signIns: 4);
        asked.CreatedAt = new DateTimeOffset(2025, 10, 1, 0, 0, 0, TimeSpan.Zero);
        Link(asked, first, daysAgo: 80, openedDaysAgo: 12);
    }

    private Task<PortalUser> AddManagerAsync(string address, DemoPerson person, int signIns) => site.AddAsync(
        new DemoUser(address, person, null) { Door = Door, Role = AccountRole.LinkedManager, Email = address, SignIns = signIns });

    private AdministratorLink Link(PortalUser manager, PortalUser administrator, int daysAgo, int? openedDaysAgo)
    {
        var linkedAt = site.Clock.DaysAgo(daysAgo);

        // Older than the password would mean that it has to be confirmed.
        var confirmedAt = administrator.PasswordChangedAt is { } changed && changed > linkedAt ? changed.AddHours(1) : linkedAt;
        var link = new AdministratorLink
        {
            Id = Guid.CreateVersion7(),
            TenantId = site.Tenant.Id,
            ManagerId = manager.Id,
            AdministratorId = administrator.Id,
            LinkedAt = linkedAt,
            ConfirmedAt = confirmedAt,
            LastOpenedAt = openedDaysAgo is { } opened ? site.Clock.DaysAgo(opened) : null,
        };
        site.Db.AdministratorLinks.Add(link);
        return link;
    }

    private void AddConsent(PortalUser manager) => site.Db.Consents.Add(new ConsentRow
    {
        Id = Guid.CreateVersion7(),
        TenantId = site.Tenant.Id,
        UserId = manager.Id,
        Version = site.Tenant.Profile.LinkedAdministrators?.Consent?.Version ?? "2026-04",
        AcceptedAt = site.Clock.DaysAgo(60),
    });
}
