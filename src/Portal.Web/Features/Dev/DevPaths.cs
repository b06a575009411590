namespace Portal.Web.Features.Dev;

/// <summary>What demonstration mode alone shows.</summary>
public static class DevPaths
{
    public const string Components = "~/dev/components";

    public const string ComponentsNoted = "~/dev/components/noted";

    public const string ComponentsConfirm = "~/dev/components/confirm";

    public const string ComponentsAuth = "~/dev/components/auth";

    public const string ComponentsAdmin = "~/dev/components/admin";

    public const string Files = "~/dev/components/files";

    public const string Phone = "~/dev/phone";

    public const string PhoneKeys = "~/dev/phone/keys";

    public const string PhoneEnd = "~/dev/phone/end";

    public const string Network = "~/dev/network";

    public const string NetworkMode = "~/dev/network/mode";

    public const string BackOffice = "~/dev/backoffice";

    public const string BackOfficeMode = "~/dev/backoffice/mode";

    public const string BackOfficeAnswers = "~/dev/backoffice/answers";

    public const string Mailbox = "~/dev/mailbox";

    public static string File(Guid id) => $"{Files}/{id}";

    public static string FileRemoval(Guid id) => $"{Files}/{id}/delete";

    public static string Mail(Guid id) => $"~/dev/mailbox/{id}";

    public static string MailHtml(Guid id) => $"~/dev/mailbox/{id}/html";
}
