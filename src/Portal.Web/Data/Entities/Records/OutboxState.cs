namespace Portal.Web.Data.Entities;

public enum OutboxState
{
    Waiting,
    Sending,
    Sent,
    Failed,
    GivenUp,
    Expired,
}
