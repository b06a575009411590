namespace Portal.Web.Data.Entities;

public enum ActorKind
{
    Anonymous,
    User,
    Staff,
    System,
    CommandLine,
}
