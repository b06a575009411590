namespace Portal.Web.Http.Places;

/// <summary>IDs of a contract, as its managers look after them.</summary>
public static class OperatorPaths
{
    public const string Index = "~/operators";

    public static string Show(Guid id) => $"~/operators/{id}";

    /// <summary>With the account's id in place of {0}, for an attribute.</summary>
    public const string Own = "~/operators/{0}";

    public const string New = "~/operators/new";

    public const string Import = "~/operators/import";

    public const string ImportTemplate = "~/operators/import/template";

    public const string ImportConfirm = "~/operators/import/confirm";

    public const string ImportDone = "~/operators/import/done";

    public const string Export = "~/operators/export";

    public const string Locked = "~/operators/locked";

    public const string Release = "~/operators/lockout-release";

    public const string ReleaseDone = "~/operators/lockout-release/done";

    public const string Memberships = "~/operators/memberships";

    public const string MembershipNew = "~/operators/memberships/new";

    public static string Membership(Guid id) => $"~/operators/memberships/{id}";

    public static string MembershipRemove(Guid id) => $"~/operators/memberships/{id}/remove";

    public const string History = "~/operators/login-history";

    public static string HistoryOf(Guid id) => $"~/operators/{id}/login-history";

    public static string Recovery(Guid id) => $"~/operators/{id}/recovery";

    public static string Issued(Guid id) => $"~/operators/{id}/temporary-password/issued";

    public static string TemporaryPassword(Guid id) => $"~/operators/{id}/temporary-password";

    public static string ActFor(Guid id) => $"~/operators/{id}/act-as";

    public static string Page(Guid id, string page) => $"~/operators/{id}/{page}";
}
