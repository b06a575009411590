namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>Names the texts beside it.</summary>
public sealed class LinkedText;
