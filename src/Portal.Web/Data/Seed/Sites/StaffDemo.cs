using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Data.Seed.Sites;

/// <summary>The provider's staff, and which tenants they look after.</summary>
internal sealed class StaffDemo : IDemoSite
{
    private const string Domain = "portal.example.jp";

    public string Slug => TenantProfile.StaffSlug;

    public async Task FillAsync(DemoSite site)
    {
        await AddAsync(site, "admin", DemoPeople.Named("watanabe", "takashi"), AccountRole.SystemAdministrator);
        await AddAsync(site, "agent", DemoPeople.Named("kobayashi", "yuko"), AccountRole.Agent, "control", "security");
        await AddAsync(site, "tenantadmin", DemoPeople.Named("yoshida", "tetsuya"), AccountRole.TenantAdministrator, "control", "security");
        string[] tenants = ["officephone", "homephone", "rental"];
        for (var i = 0; i < 9; i++)
        {
            var person = site.Somebody();
            var state = i switch { 4 => DemoState.Disabled, 6 => DemoState.Locked, _ => DemoState.Active };
            await AddAsync(site, person.Latin, person, i % 4 == 3 ? AccountRole.TenantAdministrator : AccountRole.Agent, state,
                tenants[i % tenants.Length]);
        }
    }

    private static Task AddAsync(DemoSite site, string name, DemoPerson person, AccountRole role, params string[] tenants) =>
        AddAsync(site, name, person, role, DemoState.Active, tenants);

    private static async Task AddAsync(DemoSite site, string name, DemoPerson person, AccountRole role, DemoState state,
        params string[] tenants)
    {
        var email = $"{name}@{Domain}";
        var user = await site.AddAsync(new DemoUser(email, person, null)
        {
            Role = role,
            State = state,
            Email = email,
            AppSecret = DemoAccounts.AppSecret,
            Department = "カスタマーサポート",
            SignIns = 20
        });
        site.Db.StaffAssignments.AddRange(tenants.Where(site.TenantIds.ContainsKey)
            .Select(slug => new StaffAssignment { UserId = user.Id, TenantId = site.TenantIds[slug] }));
    }
}
