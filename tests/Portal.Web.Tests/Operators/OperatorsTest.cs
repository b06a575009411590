using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Operators;

/// <summary>Two contracts of tenant `control`: a parent with two children, and a parent with one child of its own.</summary>
public abstract class OperatorsTest : IAsyncLifetime
{
    protected const string Tenant = "control";
    protected const string List = "/t/control/operators";
    protected const string ParentId = "N0009001";
    protected const string ChildId = "N0009002";
    protected const string SiblingId = "N0009003";
    protected const string OtherParentId = "N0009101";
    protected const string StrangerId = "N0009102";

    protected PortalApp App { get; private set; } = null!;

    protected Guid Parent { get; private set; }

    protected Guid Child { get; private set; }

    protected Guid Sibling { get; private set; }

    /// <summary>A child of the other contract.</summary>
    protected Guid Stranger { get; private set; }

    public virtual async ValueTask InitializeAsync()
    {
        App = await PortalApp.CreateAsync();
        Parent = await new Account(Tenant, ParentId) { IsManager = true, FamilyName = "親", GivenName = "一郎", Email = "parent@control.example.jp" }.AddToAsync(App);
        Child = await new Account(Tenant, ChildId) { FamilyName = "山田", GivenName = "花子", Email = "child@control.example.jp", Keyword = "Keyword1357", With = user => (user.FamilyNameKana, user.GivenNameKana, user.Department) = ("ヤマダ", "ハナコ", "監視センター") }.AddToAsync(App);
        Sibling = await new Account(Tenant, SiblingId) { FamilyName = "阿部", GivenName = "次郎", With = user => (user.FamilyNameKana, user.GivenNameKana) = ("アベ", "ジロウ") }.AddToAsync(App);
        await new Account(Tenant, OtherParentId) { IsManager = true, Contract = "C-900002", FamilyName = "別" }.AddToAsync(App);
        Stranger = await new Account(Tenant, StrangerId) { Contract = "C-900002", FamilyName = "他社" }.AddToAsync(App);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<PortalBrowser> SignedInAsync(string loginId, string password = Account.UsualPassword)
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, loginId, password);
        return browser;
    }

    protected static string Page(Guid id, string act = "") => act.Length == 0 ? $"{List}/{id}" : $"{List}/{id}/{act}";

    protected Task LockAsync(Guid id, DateTimeOffset? until = null) =>
        App.Database.ExecuteAsync($"""UPDATE "SignInStates" SET "StrangerFailures" = 5, "StrangerLockedAt" = {App.Time.GetUtcNow()}, "StrangerLockedUntil" = {until}, "TotalFailures" = 5 WHERE "UserId" = {id}""");

    protected async Task<bool> IsLockedAsync(Guid id) =>
        await App.Database.ReadAsync<long>($"""SELECT count(*) FROM "SignInStates" WHERE "UserId" = {id} AND "StrangerLockedAt" IS NOT NULL""") == 1;

    protected async Task<T?> UserAsync<T>(string column, Guid id) =>
        await App.Database.ReadAsync<T>(System.Runtime.CompilerServices.FormattableStringFactory.Create($"SELECT \"{column}\" FROM \"Users\" WHERE \"Id\" = {{0}}", id));

    protected Task<long> EventsAsync(string kind, Guid? subject = null) =>
        App.Database.ReadAsync<long>($"""SELECT count(*) FROM "AuditEvents" WHERE "Kind" = {kind} AND ({subject}::uuid IS NULL OR "SubjectId" = {subject})""")!;

    protected Task<string?> DetailsOfAsync(string kind) =>
        App.Database.ReadAsync<string>($"""SELECT coalesce("Details", '') FROM "AuditEvents" WHERE "Kind" = {kind} ORDER BY "OccurredAt" DESC, "Id" DESC LIMIT 1""");

    protected Task<long> LiveSessionsAsync(Guid id) =>
        App.Database.ReadAsync<long>($"""SELECT count(*) FROM "Sessions" WHERE "UserId" = {id} AND "EndedAt" IS NULL""")!;
}
