using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Admin.Outbox;

internal static class MailTones
{
    public static string Of(OutboxState state) => state switch
    {
        OutboxState.Sent => "success",
        OutboxState.Failed => "error",
        OutboxState.Waiting or OutboxState.Sending => "info",
        _ => "neutral",
    };
}
