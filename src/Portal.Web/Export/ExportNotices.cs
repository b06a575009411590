using Portal.Web.Mail.Notices;

namespace Portal.Web.Export;

/// <summary>What files owe that could not be made.</summary>
internal sealed class ExportNotices() : NoticeContribution([NoticeRow.Plain(ExportEvents.ExportFailed, "ExportFailed")]);
