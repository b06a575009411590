namespace Portal.Architecture.Tests.House.Fixtures;

/// <summary>Marks a small house with bad habits: the folders beside this file stand for its rooms.</summary>
internal interface IFixtureHouse;
