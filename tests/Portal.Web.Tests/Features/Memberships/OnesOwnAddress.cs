using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Memberships;

/// <summary>
/// Who changes its own address where the profile leaves that to managers: whoever is one at home, wherever it works.
/// </summary>
public sealed class OnesOwnAddress : MembershipTest
{
    private const string Email = "/t/security/account/email";

    protected override async Task AddPeopleAsync()
    {
        await base.AddPeopleAsync();
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { EmailChange = profile.EmailChange with { ManagersOnly = true } });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OPER_4_WhatOneIsAtHome_DecidesIt(bool isManager)
    {
        var (id, name) = isManager ? (Manager, ManagerId) : (Member, MemberId);
        await App.World.Memberships.AddAsync(id, Other, isManager ? AccountRole.Member : AccountRole.Manager);
        await App.World.Accounts.ChangeAsync(id, user => user.EmailBouncedAt, App.Time.GetUtcNow());
        var who = await SignedInAsync(name);

        await ShowsItAsync(who, id, isManager);
        await SwitchAsync(who, Other);
        await ShowsItAsync(who, id, isManager);
    }

    private static async Task ShowsItAsync(PortalBrowser who, Guid id, bool isOpen)
    {
        (await who.GetAsync(Email)).Status.ShouldBe(isOpen ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.Forbidden);
        foreach (var page in new[] { "/t/security/account", "/t/security/home", Page(id) })
        {
            (await who.GetAsync(page)).ShouldBeOk().Has($"main a[href='{Email}']").ShouldBe(isOpen, page);
        }
    }
}
