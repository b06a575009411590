using Portal.Rules.Cases;
using Portal.Rules.Orders;
using Portal.Rules.WorkRequests;

namespace Portal.Web.Features.Admin;

/// <summary>Pages of the staff.</summary>
public static class StaffPaths
{
    public const string Lockouts = "~/lockouts";

    public const string LockoutsRelease = "~/lockouts/release";

    public const string LockoutsReleased = "~/lockouts/released";

    public const string Users = "~/users";

    /// <summary>The search for users, with what is searched for filled in.</summary>
    public static string UsersOf(string slug, string text) => $"{Users}?tenant={slug}&q={Uri.EscapeDataString(text)}";

    public static string User(string slug, Guid id) => $"~/users/{slug}/{id}";

    public static string TemporaryPassword(string slug, Guid id) => $"~/users/{slug}/{id}/temporary-password";

    /// <summary>Where the first password of somebody who was added is shown once.</summary>
    public static string AddedUser(string slug, Guid id) => $"{User(slug, id)}/added";

    public const string Contracts = "~/contracts";

    public const string ContractsExport = "~/contracts/export";

    public static string NewContract(string slug) => $"{Contracts}/{slug}/new";

    /// <summary>Another contract for a holder, who is found by one of its contracts.</summary>
    public static string NewContract(string slug, string number) => $"{NewContract(slug)}?of={Uri.EscapeDataString(number)}";

    public static string Contract(string slug, Guid id) => $"{Contracts}/{slug}/{id}";

    public static string ContractAct(string slug, Guid id, string act) => $"{Contract(slug, id)}/{act}";

    public static string NewUser(string slug, Guid id) => $"{Contract(slug, id)}/users/new";

    public static string NewNumbers(string slug, Guid id) => $"{Contract(slug, id)}/numbers/new";

    public static string RemoveNumber(string slug, Guid id, Guid number) => $"{Contract(slug, id)}/numbers/{number}/remove";

    public static string Lines(string slug, Guid id) => $"{Contract(slug, id)}/lines";

    public static string NewLine(string slug, Guid id) => $"{Contract(slug, id)}/lines/new";

    public static string Line(string slug, Guid id, Guid line, string act) => $"{Contract(slug, id)}/lines/{line}/{act}";

    public static string MembershipNew(string slug, Guid contract) => $"{Contract(slug, contract)}/memberships/new";

    public static string MembershipRemove(string slug, Guid contract, Guid user) => $"{Contract(slug, contract)}/memberships/{user}/remove";

    public static string PointGrant(string slug, Guid id) => $"{Contract(slug, id)}/points";

    public static string PointTakeBack(string slug, Guid contract, Guid grant) => $"{PointGrant(slug, contract)}/{grant}/take-back";

    public static string PointLedger(string slug, Guid contract) => $"{Contract(slug, contract)}/ledger";

    public static string PointLedger(string slug, Guid contract, Guid period) => $"{PointLedger(slug, contract)}?period={period}";

    public const string Cases = "~/cases";

    public const string CasesChange = "~/cases/change";

    public const string CasesChanged = "~/cases/changed";

    public const string CasesOpened = "~/cases/opened";

    public static string ManyCases(string slug) => $"{Cases}/{slug}/many";

    public static string CaseFiles(string slug) => $"{ManyCases(slug)}/file";

    public static string CaseFileTemplate(string slug) => $"{CaseFiles(slug)}/template";

    public static string CaseFile(string slug, Guid id) => $"{CaseFiles(slug)}/{id}";

    public static string CaseFileAct(string slug, Guid id, string act) => $"{CaseFile(slug, id)}/{act}";

    public const string CannedAnswers = "~/case-answers";

    public static string NewCannedAnswer(string slug) => $"{CannedAnswers}/{slug}/new";

    public static string CannedAnswer(string slug, Guid id) => $"{CannedAnswers}/{slug}/{id}";

    public static string DeleteCannedAnswer(string slug, Guid id) => $"{CannedAnswers}/{slug}/{id}/delete";

    public static string NewCase(string slug, Guid contract) => $"{Contract(slug, contract)}/cases/new";

    public static string Case(string slug, int number) => $"~/cases/{slug}/{CaseNumber.Of(number)}";

    public static string CaseAct(string slug, int number, string act) => $"{Case(slug, number)}/{act}";

    public const string Orders = "~/orders";

    public static string Order(string slug, OrderNumber number) => $"~/orders/{slug}/{number}";

    public static string OrderAct(string slug, OrderNumber number, string act) => $"{Order(slug, number)}/{act}";

    public const string WorkRequests = "~/requests";

    public static string WorkRequest(string slug, int number) => $"{WorkRequests}/{slug}/{WorkRequestNumber.Of(number)}";

    public static string WorkRequestAct(string slug, int number, string act) => $"{WorkRequest(slug, number)}/{act}";

    public const string WorkItems = "~/catalog";

    public static string NewWorkItem(string slug) => $"{WorkItems}/{slug}/new";

    /// <summary>The same, written as JSON.</summary>
    public static string NewWorkItemJson(string slug) => $"{NewWorkItem(slug)}/json";

    public static string WorkItem(string slug, Guid id) => $"{WorkItems}/{slug}/{id}";

    public static string WorkItemAct(string slug, Guid id, string act) => $"{WorkItem(slug, id)}/{act}";

    public const string RentalItems = "~/rental-items";

    public static string NewRentalItem(string slug) => $"{RentalItems}/{slug}/new";

    public static string RentalItem(string slug, Guid id) => $"{RentalItems}/{slug}/{id}";

    public static string RentalItemAct(string slug, Guid id, string act) => $"{RentalItem(slug, id)}/{act}";

    public const string Imports = "~/imports";

    public static string NewImport(string slug) => $"{Imports}/{slug}/new";

    public static string Import(string slug, Guid id) => $"{Imports}/{slug}/{id}";

    public static string ImportAct(string slug, Guid id, string act) => $"{Import(slug, id)}/{act}";

    public static string ImportTemplate(string slug, string kind) => $"{Imports}/{slug}/template?kind={kind}";

    public const string Announcements = "~/announcements";

    public static string NewAnnouncement(string slug) => $"{Announcements}/{slug}/new";

    public static string Announcement(string slug, Guid id) => $"{Announcements}/{slug}/{id}";

    public static string AnnouncementAct(string slug, Guid id, string act) => $"{Announcement(slug, id)}/{act}";

    public const string Knowledge = "~/kb";

    public static string Shelves(string slug) => $"{Knowledge}/{slug}/shelves";

    public static string Shelf(string slug, Guid id) => $"{Shelves(slug)}/{id}";

    public static string DeleteShelf(string slug, Guid id) => $"{Shelf(slug, id)}/delete";

    public static string NewArticle(string slug) => $"{Knowledge}/{slug}/new";

    public static string Article(string slug, Guid id) => $"{Knowledge}/{slug}/{id}";

    public static string ArticleAct(string slug, Guid id, string act) => $"{Article(slug, id)}/{act}";

    public const string Staff = "~/staff";

    public const string NewStaff = "~/staff/new";

    public static string StaffPerson(Guid id) => $"{Staff}/{id}";

    public static string StaffPersonAct(Guid id, string act) => $"{StaffPerson(id)}/{act}";

    public const string Approvals = "~/approvals";

    public static string Approval(Guid id) => $"{Approvals}/{id}";

    public static string ApprovalAct(Guid id, string act) => $"{Approval(id)}/{act}";

    public const string Policies = "~/policies";

    public static string Policy(string slug) => $"{Policies}/{slug}";

    public static string PolicyGroup(string slug, string group) => $"{Policy(slug)}/{group}";

    public const string PolicySchema = "~/policies/schema.json";

    public static string PolicyFile(string slug) => $"{Policy(slug)}/file";

    public static string PolicyDownload(string slug) => $"{PolicyFile(slug)}/download";

    public static string PolicyVersions(string slug) => $"{Policy(slug)}/versions";

    public static string PolicyVersion(string slug, int number) => $"{PolicyVersions(slug)}/{number}";

    public static string PolicyRevert(string slug, int number) => $"{PolicyVersion(slug, number)}/revert";

    public const string LockoutsExport = "~/lockouts/export";

    public const string UsersExport = "~/users/export";

    public const string OutboxExport = "~/outbox/export";

    public const string SetAsideExport = "~/outbox/set-aside/export";

    public const string Outbox = "~/outbox";

    public static string Mail(string slug, Guid id) => $"~/outbox/{slug}/{id}";

    public const string SetAside = "~/outbox/set-aside";

    public static string SetAsideRetry(string slug, string kind, Guid id) => $"~/outbox/set-aside/{slug}/{kind}/{id}/retry";

    public const string Tenants = "~/tenants";

    public const string NewTenant = "~/new-tenant";

    public const string ColorPreview = "~/color-preview.css";

    public const string NewTenantFile = "~/new-tenant/file";

    public static string Tenant(string slug) => $"{Tenants}/{slug}";

    public static string TenantAct(string slug, string act) => $"{Tenant(slug)}/{act}";

    public const string Audit = "~/audit";

    public const string AuditExport = "~/audit/export";

    public const string AuditVerification = "~/audit/verification";

    /// <param name="from">Where a verification goes on; null for all of the log.</param>
    public static string AuditVerificationOf(string slug, string? from = null) =>
        $"{AuditVerification}?tenant={slug}{(from is null ? "" : "&from=" + from)}";

    public static string Event(string slug, Guid id) => $"~/audit/{slug}/{id}";
}
