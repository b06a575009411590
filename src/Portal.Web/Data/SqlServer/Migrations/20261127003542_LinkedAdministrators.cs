using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class LinkedAdministrators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "MasterKey",
                table: "Users",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<Guid>(
                name: "LinkingById",
                table: "SignInAttempts",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ActingRows",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Handle = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SessionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RealUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActedForId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    LinkId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ViaUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ViaId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActingRows", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_ActingRows_Sessions_TenantId_SessionId",
                        columns: x => new { x.TenantId, x.SessionId },
                        principalTable: "Sessions",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AdministratorLinks",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ManagerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AdministratorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LinkedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    FactorProvenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LastOpenedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdministratorLinks", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_AdministratorLinks_Users_TenantId_ManagerId",
                        columns: x => new { x.TenantId, x.ManagerId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Consents_Users_TenantId_UserId",
                        columns: x => new { x.TenantId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Door_MasterKey",
                table: "Users",
                columns: new[] { "TenantId", "Door", "MasterKey" },
                unique: true,
                filter: "[MasterKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ActingRows_TenantId_SessionId_Handle",
                table: "ActingRows",
                columns: new[] { "TenantId", "SessionId", "Handle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdministratorLinks_TenantId_AdministratorId",
                table: "AdministratorLinks",
                columns: new[] { "TenantId", "AdministratorId" });

            migrationBuilder.CreateIndex(
                name: "IX_AdministratorLinks_TenantId_ManagerId_AdministratorId",
                table: "AdministratorLinks",
                columns: new[] { "TenantId", "ManagerId", "AdministratorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consents_TenantId_UserId_Version",
                table: "Consents",
                columns: new[] { "TenantId", "UserId", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActingRows");

            migrationBuilder.DropTable(
                name: "AdministratorLinks");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Door_MasterKey",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "MasterKey",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "LinkingById",
                table: "SignInAttempts");
        }
    }
}
