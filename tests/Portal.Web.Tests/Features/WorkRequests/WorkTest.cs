using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.WorkRequests;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Features.Points;

namespace Portal.Web.Tests.Features.WorkRequests;

/// <summary>
/// The people of <see cref="PointTest"/>, and a catalogue of three items, one for contracts with an option.
/// </summary>
public abstract class WorkTest : PointTest
{
    protected const string Catalogue = "/t/security/catalog";
    protected const string Requests = "/t/security/requests";
    protected const string Desk = "/admin/requests";
    protected const string Policy = "policy-change";
    protected const string Report = "alert-report";
    protected const string English = "english-report";
    protected const string EnglishOption = "英語レポート";
    protected const int Cost = 20;

    /// <summary>Every type of field; costs <see cref="Cost"/>.</summary>
    protected const string PolicyJson = """
        {
          "title": { "ja": "検知ポリシーの変更", "en": "Detection policy change" },
          "summary": { "ja": "検知の条件を変えます。", "en": "Changes what is detected." },
          "category": { "ja": "検知", "en": "Detection" },
          "points": 20,
          "days": 3,
          "terms": { "ja": "反映まで3営業日かかります。", "en": "It takes three working days." },
          "fields": [
            { "key": "target", "type": "text", "label": { "ja": "対象", "en": "Target" }, "required": true, "longest": 40 },
            { "key": "why", "type": "longText", "label": { "ja": "理由", "en": "Reason" } },
            {
              "key": "kind", "type": "choice", "label": { "ja": "変更の種類", "en": "Kind of change" }, "required": true,
              "options": [
                { "value": "add", "label": { "ja": "追加", "en": "Add" } },
                { "value": "remove", "label": { "ja": "削除", "en": "Remove" } }
              ]
            },
            { "key": "on", "type": "date", "label": { "ja": "希望日", "en": "Preferred date" }, "daysAhead": 3 },
            {
              "key": "rules", "type": "table", "label": { "ja": "ルール", "en": "Rules" }, "mostRows": 3,
              "columns": [
                { "key": "name", "type": "text", "label": { "ja": "ルール名", "en": "Rule" }, "required": true },
                { "key": "note", "type": "text", "label": { "ja": "備考", "en": "Note" } }
              ]
            }
          ]
        }
        """;

    protected Guid PolicyId { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        PolicyId = await AddItemAsync(Policy, PolicyJson, 1);
        await AddItemAsync(Report, Json("アラート調査レポート", "Alert report", "レポート", "Reports", 0), 2);
        await AddItemAsync(English, Json("英語レポートの作成", "Report in English", "レポート", "Reports", 5), 3, EnglishOption);
    }

    protected static string RequestOf(int number, string page = "") =>
        $"{Requests}/{WorkRequestNumber.Of(number)}{(page.Length > 0 ? "/" + page : "")}";

    protected static string DeskOf(int number, string page = "") =>
        $"{Desk}/security/{WorkRequestNumber.Of(number)}{(page.Length > 0 ? "/" + page : "")}";

    /// <summary>An item with one line to fill in.</summary>
    protected static string Json(string ja, string en, string category, string categoryEn, int points) => $$"""
        {
          "title": { "ja": "{{ja}}", "en": "{{en}}" },
          "summary": { "ja": "{{ja}}です。", "en": "{{en}}." },
          "category": { "ja": "{{category}}", "en": "{{categoryEn}}" },
          "points": {{points}},
          "fields": [
            { "key": "about", "type": "text", "label": { "ja": "内容", "en": "About" }, "required": true }
          ]
        }
        """;

    protected Task<Guid> AddItemAsync(string code, string json, int position, params string[] onlyWith) =>
        App.InTenantAsync(Tenant, async services =>
        {
            var (db, editing) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<WorkItemEditing>());
            var definition = DefinitionReader.Read(json).Definition.ShouldNotBeNull();
            var added = (await editing.AddAsync(new WorkItemContent(code, position, onlyWith, json, definition)))
                .ShouldBeOfType<WorkItemOutcome.Done>().Row;
            added.IsPublished = true;
            db.RecordedEvents.Clear();
            return added.Id;
        });

    /// <summary>The staff writes a new version.</summary>
    protected Task ChangeAsync(string code, string json) => App.InTenantAsync(Tenant, async services =>
    {
        var item = await services.GetRequiredService<PortalDbContext>().WorkItems.AsNoTracking().SingleAsync(row => row.Code == code);
        var content = new WorkItemContent(code, item.Position, item.Names, json, DefinitionReader.Read(json).Definition.ShouldNotBeNull());
        (await services.GetRequiredService<WorkItemEditing>().ChangeAsync(item.Id, item.Version, content))
            .ShouldBeOfType<WorkItemOutcome.Done>();
    });

    /// <summary>The form of an item as it is offered, filled in.</summary>
    protected static async Task<PortalForm> FilledAsync(PortalBrowser browser, string code = Policy)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var form = FormOf((await browser.GetAsync($"{Catalogue}/{code}")).ShouldBeOk());
        return code == Policy
            ? form.Fill("Values[target]", "web01").Choose("Values[kind]", "add").Fill("Values[rules-0-name]", "総当たり攻撃").Check("Agreed")
            : form.Fill("Values[about]", "11月分");
    }

    protected static PortalForm FormOf(PortalPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Form("form:has(input[name=Version])");
    }

    /// <summary>Through the check page.</summary>
    protected static async Task<PortalPage> SendAsync(PortalForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return await FormOf((await form.SubmitAsync("check")).ShouldBeOk()).SubmitAsync("save");
    }

    /// <summary>A request that is there already, by the act itself.</summary>
    protected async Task<WorkRequest> SubmittedAsync(Guid? author = null, string code = Policy) =>
        (await SubmitAsync(author, code)).ShouldBeOfType<WorkOutcome.Done>().Row;

    protected Task<WorkOutcome> SubmitAsync(Guid? author = null, string code = Policy) => App.InTenantAsync(Tenant, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var me = author ?? Author;
        var user = await db.Users.Include(row => row.Contract).SingleAsync(row => row.Id == me);
        var work = await services.GetRequiredService<WorkCatalogue>().FindAsync(user.Contract!, code);
        var answer = new WorkAnswer { Values = { [code == Policy ? "target" : "about"] = "web01" } };
        return await services.GetRequiredService<WorkSubmission>().SubmitAsync(user, work.ShouldNotBeNull(), answer);
    });

    protected Task<WorkOutcome> AcceptAsync(WorkRequest row) =>
        DecideAsync((decisions, staff) => decisions.AcceptAsync(row.Id, staff, null));

    protected Task<WorkOutcome> DeclineAsync(WorkRequest row) =>
        DecideAsync((decisions, staff) => decisions.DeclineAsync(row.Id, staff, "対象外です"));

    protected Task<WorkOutcome> WithdrawAsync(WorkRequest row) => App.InTenantAsync(Tenant, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var user = await db.Users.SingleAsync(each => each.Id == Author);
        return await services.GetRequiredService<WorkDecisions>().WithdrawAsync(row.Id, user);
    });

    protected Task<WorkStatus> StateAsync(int number = 1) =>
        App.World.WorkRequests.ReadAsync(row => row.Number == number, row => row.Status);

    /// <summary>A tenant administrator, who writes the catalogue.</summary>
    protected async Task<PortalBrowser> EditorAsync(string tenant = Tenant)
    {
        const string Id = "editor@portal.test";
        var user = await new Account("admin", Id) { Role = AccountRole.TenantAdministrator, Contract = null, Email = Id }.AddToAsync(App);
        await App.InTenantAsync("admin", async services => services.GetRequiredService<PortalDbContext>().StaffAssignments
            .Add(new StaffAssignment
            {
                UserId = user,
                TenantId = (await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(tenant))!.Id,
            }));
        var browser = App.CreateBrowser();
        (await browser.SignInAsync("admin", Id)).ShouldBeOk();
        return browser;
    }

    private Task<WorkOutcome> DecideAsync(Func<WorkDecisions, PortalUser, Task<WorkOutcome>> decide) => App.InTenantAsync(Tenant,
        services => decide(services.GetRequiredService<WorkDecisions>(),
            new PortalUser { Id = Guid.NewGuid(), FamilyName = "支援", GivenName = "太郎", UserName = AgentId, Door = "" }));
}
