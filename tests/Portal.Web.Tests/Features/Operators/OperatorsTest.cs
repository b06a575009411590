using Portal.TestKit.Accounts;

namespace Portal.Web.Tests.Features.Operators;

/// <summary>
/// Two contracts of tenant `control`: a parent with two children, and a parent with one child of its own.
/// </summary>
public abstract class OperatorsTest() : PeopleTest(Tenant)
{
    protected const string Tenant = "control";
    protected const string List = "/t/control/operators";
    protected const string ParentId = "N0009001";
    protected const string ChildId = "N0009002";
    protected const string SiblingId = "N0009003";
    protected const string OtherParentId = "N0009101";
    protected const string StrangerId = "N0009102";

    protected Guid Parent { get; private set; }

    protected Guid Child { get; private set; }

    protected Guid Sibling { get; private set; }

    /// <summary>A child of the other contract.</summary>
    protected Guid Stranger { get; private set; }

    protected override async Task AddPeopleAsync()
    {
        Parent = await new Account(Tenant, ParentId)
        {
            IsManager = true,
            FamilyName = "親",
            GivenName = "一郎",
            Email = "parent@control.example.jp"
        }.AddToAsync(App);
        Child = await new Account(Tenant, ChildId)
        {
            FamilyName = "山田",
            GivenName = "花子",
            Email = "child@control.example.jp",
            Keyword = "Keyword1357",
            With = user => (user.FamilyNameKana, user.GivenNameKana, user.Department) = ("ヤマダ", "ハナコ", "監視センター")
        }.AddToAsync(App);
        Sibling = await new Account(Tenant, SiblingId)
        {
            FamilyName = "阿部",
            GivenName = "次郎",
            With = user => (user.FamilyNameKana, user.GivenNameKana) = ("アベ", "ジロウ")
        }.AddToAsync(App);
        await new Account(Tenant, OtherParentId) { IsManager = true, Contract = "C-900002", FamilyName = "別" }.AddToAsync(App);
        Stranger = await new Account(Tenant, StrangerId) { Contract = "C-900002", FamilyName = "他社" }.AddToAsync(App);
    }

    protected static string Page(Guid id, string act = "") => act.Length == 0 ? $"{List}/{id}" : $"{List}/{id}/{act}";
}
