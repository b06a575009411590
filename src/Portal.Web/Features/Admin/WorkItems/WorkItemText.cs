namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>Names the texts beside it.</summary>
public sealed class WorkItemText;
