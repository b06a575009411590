using Portal.Web.Http.Places;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>Links between managers and administrator IDs.</summary>
public static class LinkedPaths
{
    public const string Ids = ActingPaths.Links;

    public const string Link = "~/account/linked-ids/link";

    public const string Code = "~/account/linked-ids/link/code";

    public const string Resend = "~/account/linked-ids/link/code/resend";

    public const string Managers = "~/account/linked-managers";

    public const string ConsentText = "~/consent/text";

    public const string ConsentRefuse = "~/consent/refuse";

    public const string ConsentDone = "~/consent/done";

    /// <summary>The form that confirms a link, with its ID filled in.</summary>
    public static string Confirm(string loginId) => $"{Link}?id={Uri.EscapeDataString(loginId)}";

    public static string Open(Guid id) => $"~/account/linked-ids/{id}/open";

    public static string Unlink(Guid id) => $"~/account/linked-ids/{id}/unlink";

    public static string Cut(Guid id) => $"~/account/linked-managers/{id}/unlink";
}
