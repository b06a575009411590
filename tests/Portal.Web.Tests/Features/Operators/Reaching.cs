using System.Net;
using System.Text.RegularExpressions;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Operators;

/// <summary>Whom one reaches, over every page with an id (AZ-01, AZ-02, AZ-05).</summary>
public sealed class Reaching : OperatorsTest
{
    private static readonly string[] Acts =
        ["", "edit", "recovery", "lockout-release", "temporary-password", "temporary-password/issued", "disable", "enable", "end-sessions"];
    private static readonly string[] ParentsActs =
        ["recovery", "lockout-release", "temporary-password", "disable", "enable", "end-sessions"];

    [Fact]
    public async Task AZ_01_AZ_02_AForeignIdIsLikeOneThatNeverExisted()
    {
        var elsewhere = await new Account("security", "other@example.jp.cs") { Contract = "N900000009" }.AddToAsync(App);
        var parent = await SignedInAsync(ParentId);
        var unknown = Guid.NewGuid();
        foreach (var act in Acts)
        {
            var never = await parent.GetAsync(Page(unknown, act));
            foreach (var foreign in new[] { Stranger, elsewhere })
            {
                var page = await parent.GetAsync(Page(foreign, act));
                page.ShouldBeNotFound();
                Comparable(page, foreign).ShouldBe(Comparable(never, unknown));
            }
        }

        (await EventsAsync("foreign-id-requested")).ShouldBe(3 * Acts.Length);
    }

    [Fact]
    public async Task AZ_05_AChildReachesNeitherParentNorSibling()
    {
        var child = await SignedInAsync(ChildId);
        foreach (var act in Acts)
        {
            (await child.GetAsync(Page(Parent, act))).ShouldBeNotFound();
            (await child.GetAsync(Page(Sibling, act))).ShouldBeNotFound();
        }
    }

    [Fact]
    public async Task OPER_4_OfItselfAChildSeesAndEditsItsDetailsAlone()
    {
        var child = await SignedInAsync(ChildId);
        (await child.GetAsync(Page(Child))).ShouldBeOk();
        (await child.GetAsync(Page(Child, "edit"))).ShouldBeOk();
        foreach (var act in ParentsActs)
        {
            (await child.GetAsync(Page(Child, act))).ShouldBeForbidden();
        }

        (await EventsAsync("access-denied", Child)).ShouldBe(ParentsActs.Length);
    }

    [Fact]
    public async Task AZ_02_AForeignIdCannotBePostedTo()
    {
        var parent = await SignedInAsync(ParentId);
        var token = (await parent.GetAsync(Page(Child, "edit"))).Find("main [name=__RequestVerificationToken]").GetAttribute("value")!;
        var version = await UserAsync(user => user.Version, Stranger);
        foreach (var act in ParentsActs.Prepend("edit"))
        {
            var answer = await parent.PostAsync(Page(Stranger, act),
                [new("__RequestVerificationToken", token), new("Step", "save"), new("Version", $"{version}"), new("FamilyName", "evil"),
                    new("Email", "evil@example.com")]);
            answer.ShouldBeNotFound();
            (await parent.PostAsync(Page(Child, act), [new("Step", "save")])).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await UserAsync(user => user.Version, Stranger)).ShouldBe(version);
    }

    [Fact]
    public async Task IV_02_NoFormReachesIntoWhatAGuardFound()
    {
        var page = await (await SignedInAsync(ParentId)).GetAsync(Page(Child, "end-sessions"));
        (await page.Form().Forge("subject.Role", "Manager").Forge("Role", "Manager").Forge("subject.FamilyName", "evil").SubmitAsync())
            .ShouldRedirectTo(Page(Child));

        (await UserAsync(user => user.Role, Child)).ShouldBe(AccountRole.Member);
        (await UserAsync(user => user.FamilyName, Child)).ShouldBe("山田");
    }

    [Fact]
    public async Task AZ_02_WithoutSigningInEverythingLeadsToTheDoor()
    {
        foreach (var path in new[] { List, List + "/new", List + "/import", List + "/locked", Page(Child), Page(Child, "edit") })
        {
            (await App.CreateBrowser().GetAsync(path)).Location.ShouldNotBeNull().ShouldStartWith("/t/control/login");
        }
    }

    [Fact]
    public async Task SITE_1_ATenantWithoutTheFeatureHasNoSuchPages()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { Features = [.. profile.Features.Where(feature => feature != "operators")] });
        (await (await SignedInAsync(ParentId)).GetAsync(List)).ShouldBeNotFound();
    }

    [Fact]
    public async Task TEMP_6_ATemporaryPasswordOpensNoneOfThem()
    {
        await App.World.Accounts.ChangeAsync(Parent, user => user.MustChangePassword, true);
        var parent = await SignedInAsync(ParentId);
        (await parent.GetAsync(List)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.SeeOther);
        (await parent.GetAsync(Page(Child, "edit"))).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.SeeOther);
    }

    /// <summary>
    /// The page without what belongs to this one answer: the id that was asked for, and the form tokens.
    /// </summary>
    private static string Comparable(PortalPage page, Guid id) =>
        Regex.Replace(page.Body, "value=\"[^\"]{20,}\"", "")
            .Replace(id.ToString(), "ID", StringComparison.OrdinalIgnoreCase);
}
