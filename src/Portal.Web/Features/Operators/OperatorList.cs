using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Operators;

public sealed record OperatorList(PortalUser Who, OperatorFilter Filter, OperatorRows Found)
{
    public int First => (Found.Page - 1) * Filter.Size + 1;

    public int Last => First + Found.Rows.Count - 1;
}

/// <param name="Acts">What the one who looks may do here.</param>
public sealed record OperatorDetail(PortalUser Who, OperatorRow Row, IReadOnlySet<DelegatedAct> Acts, OperatorFilter List)
{
    public PortalUser User => Row.User;

    public bool IsSelf => Who.Id == User.Id;

    public bool Is(OperatorState state) => Row.States.Contains(state);

    public bool May(DelegatedAct act) => Acts.Contains(act);

    public string Address(string page) => $"~/operators/{User.Id}/{page}{List.Carry}";
}
