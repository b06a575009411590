using Portal.Web.Data.Entities;

namespace Portal.Web.Tenancy;

/// <summary>Who acts where nobody is signed in.</summary>
/// <param name="Id">The account whose order is carried out; null where there is none.</param>
public sealed record WorkActor(ActorKind Kind, string Name, Guid? Id = null)
{
    /// <param name="part">The part of the system, as histories name it.</param>
    public static WorkActor System(string part) => new(ActorKind.System, part);

    /// <summary>Whoever sits at the terminal, by the operating system's word.</summary>
    public static WorkActor CommandLine() => new(ActorKind.CommandLine, Environment.UserName);
}

/// <summary>Is told who acts; what is recorded bears that name.</summary>
public interface IActorRecord
{
    void ActAs(ActorKind kind, string name, Guid? id = null);
}
