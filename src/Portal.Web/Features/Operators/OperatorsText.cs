namespace Portal.Web.Features.Operators;

/// <summary>Texts of this feature; {0} is usually the tenant's own word for those it is about.</summary>
public sealed class OperatorsText;
