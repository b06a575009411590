namespace Portal.Web.Features.Knowledge;

/// <summary>Names the texts beside it.</summary>
public sealed class KnowledgeText;
