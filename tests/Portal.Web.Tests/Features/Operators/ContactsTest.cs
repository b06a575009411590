using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Operators;

/// <summary>
/// Contacts of two contracts of tenant `security`. Its second factor has tests of its own; here it is off.
/// </summary>
public abstract class ContactsTest() : PeopleTest(Tenant)
{
    protected const string Tenant = "security";
    protected const string List = "/t/security/operators";
    protected const string ManagerId = "taro@example.jp.cs";
    protected const string SecondId = "second@example.jp.cs";
    protected const string MemberId = "hanako@example.jp.cs";
    protected const string OtherManagerId = "jiro@example.net.cs";
    protected const string StrangerId = "stranger@example.net.cs";
    protected const string Form = "form:has(button[name=Step])";

    protected Guid Manager { get; private set; }

    protected Guid Second { get; private set; }

    protected Guid Member { get; private set; }

    protected Guid Stranger { get; private set; }

    protected override async Task AddPeopleAsync()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { SecondFactor = new SecondFactorProfile(), SignInNotice = "off" });
        Manager = await Contact(ManagerId).AddToAsync(App);
        Second = await (Contact(SecondId) with { FamilyName = "次席" }).AddToAsync(App);
        Member = await (Contact(MemberId) with { IsManager = false, FamilyName = "佐藤", GivenName = "花子" }).AddToAsync(App);
        await (Contact(OtherManagerId) with { Contract = "N900000002" }).AddToAsync(App);
        Stranger = await (Contact(StrangerId) with { Contract = "N900000002", IsManager = false }).AddToAsync(App);
    }

    protected static string Page(Guid id, string act = "") => act.Length == 0 ? $"{List}/{id}" : $"{List}/{id}/{act}";

    private static Account Contact(string id) => new(Tenant, id) { IsManager = true, Contract = "N900000001", Email = id[..^3] };

    protected Task PermitAsync(Guid id, string? permissions) =>
        App.World.Accounts.ChangeAsync(id, user => user.Permissions, permissions);

    protected static async Task<PortalPage> DemoteAsync(PortalBrowser who, Guid id) =>
        await (await who.GetAsync(Page(id, "permissions"))).ShouldBeOk().Form().Uncheck("Administrator").SubmitAsync("保存");
}
